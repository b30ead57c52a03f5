import x from '@babel/core';
const y = require('lodash/fp');
const type = 'text/html';
const repo = 'facebook/react';
